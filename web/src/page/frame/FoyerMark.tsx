/** A door that stands ajar. */
export function FoyerMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 14 18" aria-hidden="true" className={className}>
      <path fill="currentColor" fillRule="evenodd" d="M0 18V7a7 7 0 0 1 14 0v11zM4 18l6-1.6V7.6L4 6z" />
    </svg>
  );
}
