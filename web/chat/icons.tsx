/** Drawn, not written: not every device has a lock among its letters. */
export function LockIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path
        d="M6 8V6a4 4 0 0 1 8 0v2h.5A1.5 1.5 0 0 1 16 9.500v6A1.5 1.5 0 0 1 14.5 17h-9A1.5 1.5 0 0 1 4 15.500v-6A1.5 1.5 0 0 1 5.5 8zm1.8 0h4.400V6a2.2 2.2 0 0 0-4.4 0z"
        fill="currentColor"
      />
    </svg>
  );
}

export function TickIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path
        d="m4.5 10.5 3.7 3.7 7.3-8"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeWidth="2"
      />
    </svg>
  );
}
