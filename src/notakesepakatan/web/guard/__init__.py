"""What stands before every view: the server, who is there, and whether their role allows it.

Log-in too, and how long one waits after wrong passwords.
"""
