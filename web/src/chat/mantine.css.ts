<<<<<<< HEAD

import '../ui/dialog/dialog.css.ts';
import '@mantine/core/styles/Input.layer.css';
import '../ui/mantine-fields.css';

=======

import '../ui/dialog.css.ts';

>>>>>>> fb1c97860b99380668793794fdcaa2dcbb4a21e4

import '@mantine/core/styles/Drawer.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
