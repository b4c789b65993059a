import { config } from 'zod/v4/core';

// zod, inside the AI SDK, would try `new Function`, which the content security policy reports. Hence this comes first in the chat's chunk.
config({ jitless: true });
