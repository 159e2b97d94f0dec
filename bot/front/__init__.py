"""What people touch. Every channel hands its messages in at one counter and takes the replies from there."""
