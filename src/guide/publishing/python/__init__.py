"""Python in the page: the runtime, packages and exercises of the browser, and what can run."""
