"""The pages of an editor, of a draft and of a signed text: fields, what is sent, what is shown."""
