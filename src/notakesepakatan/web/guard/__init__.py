"""What stands before every view: the server, who is there, and what a request may do."""
