"""The editor of a draft and of the change of a signed text: its fields, what is typed, what is found."""
