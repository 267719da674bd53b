"""What makes pages a site: the hooks of MkDocs, styles, scripts, links and policy."""
