import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The digest of a text, as hexadecimal SHA-256. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
