"""Who is who: the parties a report mentions, what they refer to, and who they are on the day."""
