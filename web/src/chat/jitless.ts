import { config } from 'zod/v4/core';

// zod, inside the AI SDK, tries `new Function`, which our content security policy reports. So this import comes first.
config({ jitless: true });
