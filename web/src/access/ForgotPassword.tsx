import { useState } from 'react';
import styles from './access.module.css';

export function ForgotPassword() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.aside}>
      <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Forgot password?
      </button>
      <p role="status">{isOpen && 'This Foyer sends no mail. Ask the people who run it for help.'}</p>
    </div>
  );
}
