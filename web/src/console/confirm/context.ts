import { createContext, useContext } from 'react';

/** Asks the operator to confirm who they are. False when they cancel. */
export type Confirm = () => Promise<boolean>;

const ConfirmContext = createContext<Confirm>(async () => false);
export const ConfirmProvider = ConfirmContext.Provider;
export const useConfirm = () => useContext(ConfirmContext);
