"""The desk's own state: accounts, trail, subscriptions, the register kept between requests.

Never the truth.
"""
