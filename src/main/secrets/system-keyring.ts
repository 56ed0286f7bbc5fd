import { safeStorage } from 'electron';
import type { Keyring } from './session-keeper.ts';

/** The keyring of the system (Windows DPAPI, macOS Keychain, Linux Secret Service). */
export const systemKeyring: Keyring = {
  isAvailable() {
    if (!safeStorage.isEncryptionAvailable()) return false;
    // `basic_text` encrypts with a password everybody knows: that is plain text with extra steps.
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
  },
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (data) => safeStorage.decryptString(data),
};
