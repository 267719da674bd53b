"""Ways through the site: where pages lead, how long they take, and the map of chapters."""
