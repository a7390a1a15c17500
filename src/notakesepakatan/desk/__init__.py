"""The desk's own state: accounts with their passwords and roles, the register between requests.

Also who subscribed to the calendar; who is sent mail stands in the settings. Never the truth of
an agreement, which stands in its files.
"""
