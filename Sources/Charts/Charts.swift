// The Charts room.
