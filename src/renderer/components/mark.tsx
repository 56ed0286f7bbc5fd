/** Replydesk's own mark, in the colours of the theme; `assets/mark.svg` is the same in fixed colours. */
export function Mark() {
  return (
    <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <rect width="48" height="48" rx="12" fill="var(--accent)" />
      <path
        d="M12 15.5A4.5 4.5 0 0 1 16.5 11h15a4.5 4.5 0 0 1 4.5 4.5v10a4.5 4.5 0 0 1-4.5 4.5H23l-6.6 6.3c-.9.9-2.4.2-2.4-1V29.3a4.5 4.5 0 0 1-2-3.8z"
        fill="var(--on-accent)"
      />
      <path
        d="M30 24.5v-1.7a3.3 3.3 0 0 0-3.3-3.3H19m0 0 3.7-3.7M19 19.5l3.7 3.7"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
