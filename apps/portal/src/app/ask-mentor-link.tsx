import { Link } from '@tanstack/react-router';

/** The way to a mentor who has no account here, or is not at a screen. */
export const AskMentorLink = () => (
  <p>
    <Link to="/ask-mentor">Ask a mentor by link or QR code</Link>
  </p>
);
