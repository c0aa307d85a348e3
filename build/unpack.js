// What the page's file begins with: unpacks the style of the page and its script, and runs that. Packed, they are a
// seventh shorter than gzip makes them. Of the package, what unpacks alone: its index would bring along what packs.
import { Decoder } from '../node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from '../node_modules/lzma1/lib/streams.js';

const packed = atob(document.getElementById('packed').textContent);
const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
const output = new OutputBuffer(2 * bytes.length);
new Decoder().decompress(new InputBuffer(bytes), output);
const [style, script] = new TextDecoder().decode(output.toArray()).split('\0');
for (const [name, text] of Object.entries({ style, script })) {
  const element = document.createElement(name);
  element.textContent = text;
  document.head.append(element);
}
