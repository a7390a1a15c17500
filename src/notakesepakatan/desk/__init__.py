"""The desk's own state: accounts and who may do what, subscriptions, the register between requests.

Never the truth of an agreement, which stands in its files.
"""
