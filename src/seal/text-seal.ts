import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The digest of a text, as hexadecimal SHA-256; line ends of another system change nothing. */
export const textSeal = (text: string): string => bytesToHex(sha256(utf8ToBytes(text.replaceAll('\r\n', '\n'))));
