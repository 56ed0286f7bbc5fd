/** Replydesk's own mark, in the colours of the theme; `assets/mark.svg` is the same in fixed colours. */
export function Mark() {
  return (
    <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <rect width="48" height="48" rx="12" fill="var(--accent)" />
      <path
        d="M9 14.5A5.5 5.5 0 0 1 14.5 9h19a5.5 5.5 0 0 1 5.5 5.5v11a5.5 5.5 0 0 1-5.5 5.5H23.5l-7.9 7.4c-1 .9-2.6.2-2.6-1.1V30.8A5.5 5.5 0 0 1 9 25.5z"
        fill="var(--on-accent)"
      />
      <path
        d="M31.5 25.5V23.5A4 4 0 0 0 27.5 19.5H17.5m0 0 4.6-4.6M17.5 19.5l4.6 4.6"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
