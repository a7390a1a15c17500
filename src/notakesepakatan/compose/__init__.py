"""Agreement as it reads → naskah, through the Jinja2 templates of the workspace or of the package."""
