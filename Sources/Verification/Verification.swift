// The Verification room.
