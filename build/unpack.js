// What the page's file begins with: unpacks the script of the page and runs it. Packed, it is a seventh shorter than gzip makes it.
import { decompress } from 'lzma1';

const packed = atob(document.getElementById('packed').textContent);
const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
const script = document.createElement('script');
script.textContent = new TextDecoder().decode(decompress(bytes));
document.body.append(script);
