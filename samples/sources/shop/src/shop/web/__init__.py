"""The web layer: components, services, middleware and routes. Needs Python 3.14."""
