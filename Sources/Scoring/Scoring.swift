// The Scoring room.
