/**
 * What stands in place of a number that a quiz asks for.
 */
import styles from './overlays.module.css';

export const Hidden = () => <span className={styles.hidden}>?</span>;
