import { pageScript } from './script.ts';
import { serveTasks } from './work/serve.ts';

// The one script of the page: in a worker that the page has made of it, it does the page's long work.
if (pageScript === '') serveTasks(self as unknown as Parameters<typeof serveTasks>[0]);
// Not loaded in a worker, where there is no page.
else {
  const [app, handout] = ['app', 'handout'].map((id) => document.getElementById(id));
  if (app && handout) void import('./main.tsx').then(({ startPage }) => startPage(app, handout));
}
