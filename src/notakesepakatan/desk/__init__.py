"""The desk's own state: accounts, trail, subscriptions, the register kept between requests.

Never the truth of an agreement, which stands in its files.
"""
