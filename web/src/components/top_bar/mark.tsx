// The sign of the product: an open door.
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="11" fill="#222e6b" />
      <path d="M12 39V22a12 12 0 0 1 24 0v17" fill="none" stroke="#fff" stroke-width="4"
        stroke-linecap="round" />
      <path d="M24 20v19l9-4.5V22a9 9 0 0 0-9-2z" fill="#f5b700" />
      <circle cx="28.5" cy="29.5" r="1.5" fill="#222e6b" />
    </svg>
  );
}
