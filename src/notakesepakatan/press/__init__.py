"""From agreements to the files of their documents, one or thousands: what there is to do, and who does it."""
