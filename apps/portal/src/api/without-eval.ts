import { config } from 'zod';

// The pages' policy forbids code made from text. zod would only try, and fall back; but browsers report the try.
config({ jitless: true });
