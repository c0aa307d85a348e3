import { SEAL_NAME } from '../seal/seal.ts';
import { type Element, element } from './xml.ts';

/** The part with the seal (ECMA-376 Part 1, 22.3 custom properties). */
export function sealPart(seal: string): Element {
  return element(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    [
      element('property', { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: 2, name: SEAL_NAME }, [
        element('vt:lpwstr', {}, [seal]),
      ]),
    ],
  );
}
