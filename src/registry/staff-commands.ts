import { command } from '../cli/command.ts';
import { choices, flag, name, phone, staff } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import { addStaff, listStaff, retireStaff } from './staff.ts';
import { staffCard, staffTable } from './view.ts';

const add = command({
  name: 'staff add',
  about: w('登记员工', 'Add a member of staff'),
  fields: {
    name: name({ label: w('姓名', 'name'), required: true, positional: true }),
    role: choices(ROLE_TITLES, { label: w('岗位', 'roles'), required: true }),
    phone: phone({ label: w('电话', 'phone'), ask: true }),
  },
  examples: [
    'wy staff add 王芳 --role clerk',
    'wy staff add 李强 --role engineering --phone 13800000001',
  ],
  run: (ctx, input) =>
    addStaff(ctx, { name: input.name, roles: input.role, phone: input.phone ?? null }),
  view: staffCard,
});

const list = command({
  name: 'staff list',
  about: w('员工名单', 'List the staff'),
  fields: { all: flag({ label: w('包括已离职的', 'also those who left') }) },
  reveals: (staff) => staff.map(({ id }) => `staff ${id}`),
  run: (ctx, input) => listStaff(ctx.ledger, { retired: input.all }),
  view: staffTable,
});

const retire = command({
  name: 'staff retire',
  about: w('员工离职（记录保留）', 'A member of staff leaves; the records stay'),
  fields: {
    name: staff({ label: w('姓名或编号', 'name or id'), required: true, positional: true }),
  },
  run: (ctx, input) => retireStaff(ctx, input.name),
  view: staffCard,
});

export const commands = [add, list, retire];
