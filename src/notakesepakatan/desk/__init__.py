"""The desk's own state: accounts, trail, subscriptions, the register between requests.

What agreements say it never decides: that stands in their files.
"""
