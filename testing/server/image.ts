import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import dockerignore from '@balena/dockerignore';
import {
  type Copy,
  DockerfileParser,
  type Env,
  type Instruction,
  type JSONInstruction,
} from 'dockerfile-ast';

const root = join(import.meta.dirname, '../..');

/**
 * Follows the Dockerfile without Docker, as root on Debian: each stage is a layer over this system, which replaces the
 * base image. Nothing remains afterwards. The last stage runs as its user on a read-only root with a `/tmp` and its
 * volumes.
 * @param env settings besides the image's own
 * @param secrets files in `/run/secrets`, by name
 */
export async function runImage(env: Record<string, string>, secrets: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-image-'));
  const ignored = dockerignore.default().add(await readFile(join(root, '.dockerignore'), 'utf8'));
  const isWanted = (path: string) => path === root || !ignored.ignores(relative(root, path));
  await cp(root, join(folder, 'context'), { recursive: true, filter: isWanted });
  await mkdir(join(folder, 'secrets'));
  for (const [name, text] of Object.entries(secrets)) await writeFile(join(folder, 'secrets', name), text);
  const { steps, image, command, health } = followed(await readFile(join(root, 'Dockerfile'), 'utf8'));
  const given = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  /** A command line that runs a command in the container. */
  const inside = (...command: string[]) => [
    ...['env', '-i', path, ...settingsOf(image), ...given],
    ...['setpriv', `--reuid=${image.user}`, `--regid=${image.user}`, '--clear-groups', '--no-new-privs'],
    ...command,
  ];
  const start = `exec chroot /mnt/ro sh -c ${quoted(
    `cd ${image.workdir} && exec ${inside(...command)
      .map(quoted)
      .join(' ')}`,
  )}`;

  const said: string[] = [];
  const child = spawn('unshare', ['--mount', 'bash', '-ec', [...steps, start].join('\n')], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: '/root', NODE: process.execPath },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
  const ended = once(child, 'close');
  /** Runs a command in the container as its user. Returns its exit code. */
  const run = async (...command: string[]): Promise<number> => {
    const where = ['--target', String(child.pid), '--mount', '--root', '--wd'];
    const running = spawn('nsenter', [...where, ...inside(...command)], { stdio: 'ignore' });
    return (await once(running, 'close'))[0];
  };
  return {
    /** The output so far, including the build. */
    said: () => said.join(''),
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    /** The result of the image's own health check. */
    isHealthy: async () => (await run(...health)) === 0,
    run,
    /** Stops it like Docker. Returns its exit code. */
    stop: async (): Promise<number | null> => {
      child.kill('SIGTERM');
      const [code] = await ended;
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

type Image = { env: Map<string, string>; workdir: string; user: string; volumes: string[] };

/** Translates the instructions to shell steps and the last stage's settings. */
function followed(dockerfile: string) {
  const steps = ['mount -t tmpfs tmpfs /mnt'];
  let image: Image = emptyImage();
  let [command, entrypoint, health]: [string[], string[], string[]] = [[], [], []];
  let stage = '';
  const at = (path: string, of = stage) => `/mnt/${of}/root${path}`;

  const follow: Record<string, (instruction: Instruction, given: string[]) => void> = {
    FROM: (_, [, , name = 'last']) => {
      stage = name;
      image = emptyImage();
      steps.push(...beginStage(stage));
    },
    ENV: (instruction) => {
      for (const property of (instruction as Env).getProperties())
        image.env.set(property.getName(), property.getUnescapedValue() ?? '');
    },
    WORKDIR: (_, [path = '/']) => {
      image.workdir = path;
      steps.push(`mkdir -p ${at(path)}`);
    },
    COPY: (instruction, given) => {
      const from = (instruction as Copy).getFromFlag()?.getValue();
      const target = at(resolve(image.workdir, given.at(-1) ?? '.'));
      steps.push(`mkdir -p ${target}`);
      for (const path of given.slice(0, -1)) {
        const source = from ? at(path, from) : join('context', path);
        // COPY copies the content of a folder.
        steps.push(
          `if [ -d ${source} ]; then cp -a ${source}/. ${target}; else cp -a ${source} ${target}; fi`,
        );
      }
    },
    RUN: (instruction) => {
      const work = `cd ${image.workdir} && ${instruction.getArgumentsContent()}`;
      const settings = [path, 'HOME=/root', ...settingsOf(image)].map(quoted).join(' ');
      steps.push(`env -i ${settings} chroot ${at('')} sh -c ${quoted(work)}`);
    },
    USER: (_, [name = 'root']) => {
      image.user = name;
    },
    VOLUME: (_, given) => image.volumes.push(...given),
    EXPOSE: () => {},
    HEALTHCHECK: (instruction) => {
      health = JSON.parse(instruction.getTextContent().replace(/^.*?\bCMD\b/s, ''));
    },
    ENTRYPOINT: (instruction) => {
      entrypoint = stringsOf(instruction as JSONInstruction);
    },
    CMD: (instruction) => {
      command = stringsOf(instruction as JSONInstruction);
    },
  };
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    const step = follow[instruction.getKeyword()];
    if (!step) throw new Error(`what ${instruction.getKeyword()} does is not known here`);
    const given = instruction.getArguments().map((argument) => argument.getValue());
    step(instruction, given);
  }

  steps.push(`install -D -m 444 -t ${at('/run/secrets')} secrets/*`);
  steps.push(`mkdir /mnt/ro && mount --rbind ${at('')} /mnt/ro && mount -o remount,bind,ro /mnt/ro`);
  steps.push('mount -t tmpfs tmpfs /mnt/ro/tmp');
  for (const volume of image.volumes) {
    const kept = `/mnt/volumes${volume}`;
    steps.push(
      `mkdir -p ${dirname(kept)} && cp -a ${at(volume)} ${kept} && mount --bind ${kept} /mnt/ro${volume}`,
    );
  }
  return { steps, image, command: [...entrypoint, ...command], health };
}

const emptyImage = (): Image => ({ env: new Map(), workdir: '/', user: 'root', volumes: [] });

const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const settingsOf = ({ env }: Image) => [...env].map(([name, value]) => `${name}=${value}`);

/** A layer over this system, with Node and a user as in the base image. */
function beginStage(stage: string): string[] {
  const layer = `/mnt/${stage}`;
  return [
    `mkdir -p ${layer}/upper ${layer}/work ${layer}/root`,
    `mount -t overlay overlay -o lowerdir=/,upperdir=${layer}/upper,workdir=${layer}/work ${layer}/root`,
    `for kernel in proc dev sys; do mount --rbind /$kernel ${layer}/root/$kernel; done`,
    `cp "$NODE" ${layer}/root/usr/local/bin/node`,
    `echo 'node:x:1000:1000::/home/node:/bin/bash' >> ${layer}/root/etc/passwd`,
    `echo 'node:x:1000:' >> ${layer}/root/etc/group`,
  ];
}

const stringsOf = (instruction: JSONInstruction) =>
  instruction.getJSONStrings().map((text) => text.getJSONValue());

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
