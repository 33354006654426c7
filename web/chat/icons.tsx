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
        stroke-linecap="round"
        stroke-width="2"
      />
    </svg>
  );
}

export function SendIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path d="M3 17.500 18 10 3 2.500 5 9l7 1-7 1z" fill="currentColor" />
    </svg>
  );
}

export function MoreIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path
        d="M10 3v.01M10 10v.01M10 17v.01"
        fill="none"
        stroke="currentColor"
        stroke-linecap="round"
        stroke-width="3"
      />
    </svg>
  );
}

export function SpeakerIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path d="M3 8v4h3l4 3.500v-11L6 8z" fill="currentColor" />
      <path
        d="M13 7.500a3.500 3.500 0 0 1 0 5M15 5a7 7 0 0 1 0 10"
        fill="none"
        stroke="currentColor"
        stroke-linecap="round"
        stroke-width="1.600"
      />
    </svg>
  );
}

export function StopIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path
        d="m5.500 5.500 9 9m0-9-9 9"
        fill="none"
        stroke="currentColor"
        stroke-linecap="round"
        stroke-width="2"
      />
    </svg>
  );
}

export function WaitIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path
        d="M10 5.500v5l3.200 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z"
        fill="none"
        stroke="currentColor"
        stroke-linecap="round"
        stroke-width="1.800"
      />
    </svg>
  );
}

export function PersonIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path
        d="M13.200 6.500a3.200 3.200 0 1 1-6.400 0 3.200 3.200 0 0 1 6.400 0zM4 17c.4-3.300 2.600-5 6-5s5.600 1.700 6 5"
        fill="none"
        stroke="currentColor"
        stroke-linecap="round"
        stroke-width="1.800"
      />
    </svg>
  );
}

export function NewIcon() {
  return (
    <svg aria-hidden="true" className="icon" focusable="false" viewBox="0 0 20 20">
      <path d="M10 4v12M4 10h12" fill="none" stroke="currentColor" stroke-linecap="round" stroke-width="2" />
    </svg>
  );
}
