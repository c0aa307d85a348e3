import { ownExercise } from '../classroom/own-exercise.ts';
import { serve } from './serve.ts';

/** A thread that makes exercises of a class, one after the other. */

serve(ownExercise, ({ buffer }) => [buffer as ArrayBuffer]);
