"""An agreement as it reads, a letter or a paper of an event in, its naskah out.

Words of whole paragraphs stand in the Jinja2 templates of the workspace or of the package;
what is put into them is made here, and which pages and styles a paper has. Knows nothing of
files and formats.
"""
