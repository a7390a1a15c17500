"""The desk's own state: accounts with their roles, subscriptions, the register between requests.

Never the truth of an agreement, which stands in its files.
"""
