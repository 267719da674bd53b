"""The development server: what the reader looks at is proven first."""
