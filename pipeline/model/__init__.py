"""The words of the domain, as frozen records: what is read, what is concluded."""
