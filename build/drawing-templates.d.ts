import type { Element } from '../src/xlsx/xml.ts';

export function parsed(xml: string): Element;
