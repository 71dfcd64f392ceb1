"""A one-way constraint solver in the manner of DeltaBlue: strengths, plans, incremental changes."""
# small: 20

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 3_600

REQUIRED, STRONG, PREFERRED, NORMAL, WEAK, WEAKEST = range(6)


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stays = True


class Constraint:
    """Relates variables; one method makes one of them its output."""

    def __init__(self, strength):
        self.strength = strength

    def is_input(self):
        return False

    def add_to(self, planner):
        self.attach()
        planner.add(self)

    def satisfy(self, mark, planner):
        self.choose_output(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise RuntimeError("a required constraint cannot be met")
            return None
        self.mark_inputs(mark)
        output = self.output()
        overridden = output.determined_by
        if overridden is not None:
            overridden.unsatisfy()
        output.determined_by = self
        if not planner.propagate(self, mark):
            raise RuntimeError("a cycle")
        output.mark = mark
        return overridden


class Unary(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False

    def attach(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def detach(self):
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose_output(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.strength

    def is_satisfied(self):
        return self.satisfied

    def unsatisfy(self):
        self.satisfied = False

    def mark_inputs(self, mark):
        pass

    def inputs_known(self, mark):
        return True

    def output(self):
        return self.variable

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.stays = not self.is_input()
        if self.variable.stays:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, first, second, strength):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = None

    def attach(self):
        self.first.constraints.append(self)
        self.second.constraints.append(self)
        self.direction = None

    def detach(self):
        self.first.constraints.remove(self)
        self.second.constraints.remove(self)
        self.direction = None

    def choose_output(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            forward = second.mark != mark and self.strength < second.strength
            self.direction = "forward" if forward else None
        elif second.mark == mark:
            self.direction = "backward" if self.strength < first.strength else None
        elif first.strength > second.strength:
            self.direction = "backward" if self.strength < first.strength else None
        else:
            self.direction = "forward" if self.strength < second.strength else None

    def is_satisfied(self):
        return self.direction is not None

    def unsatisfy(self):
        self.direction = None

    def input(self):
        return self.first if self.direction == "forward" else self.second

    def output(self):
        return self.second if self.direction == "forward" else self.first

    def mark_inputs(self, mark):
        self.input().mark = mark

    def inputs_known(self, mark):
        source = self.input()
        return source.mark == mark or source.stays or source.determined_by is None

    def recalculate(self):
        source, output = self.input(), self.output()
        output.strength = max(self.strength, source.strength)
        output.stays = source.stays
        if output.stays:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scale(Binary):
    def __init__(self, first, factor, offset, second, strength):
        super().__init__(first, second, strength)
        self.factor = factor
        self.offset = offset

    def execute(self):
        if self.direction == "forward":
            self.second.value = self.first.value * self.factor + self.offset
        else:
            self.first.value = (self.second.value - self.offset) // self.factor


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def remove(self, constraint):
        output = constraint.output()
        constraint.unsatisfy()
        constraint.detach()
        unsatisfied = self.forget_downstream(output)
        for strength in range(REQUIRED, WEAKEST):
            for candidate in unsatisfied:
                if candidate.strength == strength:
                    self.add(candidate)

    def forget_downstream(self, output):
        output.determined_by = None
        output.strength = WEAKEST
        output.stays = True
        unsatisfied = []
        todo = [output]
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                if not constraint.is_satisfied():
                    unsatisfied.append(constraint)
            determining = variable.determined_by
            for constraint in variable.constraints:
                if constraint is not determining and constraint.is_satisfied():
                    constraint.recalculate()
                    todo.append(constraint.output())
        return unsatisfied

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            current = todo.pop()
            if current.output().mark == mark:
                self.remove(constraint)
                return False
            current.recalculate()
            self.consumers(current.output(), todo)
        return True

    def consumers(self, variable, into):
        determining = variable.determined_by
        for constraint in variable.constraints:
            if constraint is not determining and constraint.is_satisfied():
                into.append(constraint)

    def plan(self, sources):
        mark = self.new_mark()
        plan = []
        todo = list(sources)
        while todo:
            constraint = todo.pop()
            output = constraint.output()
            if output.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                output.mark = mark
                self.consumers(output, todo)
        return plan


def change(planner, variable, value):
    edit = Edit(variable, PREFERRED)
    edit.add_to(planner)
    plan = planner.plan([edit])
    for k in range(10):
        variable.value = value + k
        for constraint in plan:
            constraint.execute()
    planner.remove(edit)


def chain(n):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for before, after in zip(variables, variables[1:]):
        Equal(before, after, REQUIRED).add_to(planner)
    Stay(variables[-1], NORMAL).add_to(planner)
    edit = Edit(variables[0], PREFERRED)
    edit.add_to(planner)
    plan = planner.plan([edit])
    for value in range(60):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        assert variables[-1].value == value
    planner.remove(edit)
    return len(plan)


def projection(n):
    planner = Planner()
    scale, offset = 10, 1000
    pairs = []
    for i in range(n):
        source, target = Variable(f"s{i}", i), Variable(f"t{i}", i)
        Stay(source, NORMAL).add_to(planner)
        Scale(source, scale, offset, target, REQUIRED).add_to(planner)
        pairs.append((source, target))
    total = 0
    for i, (source, target) in enumerate(pairs):
        change(planner, source, i)
        assert target.value == (i + 9) * scale + offset
        change(planner, target, 1050 + 10 * i)
        total += source.value
    return total


print("chain", sum(chain(N) for _ in range(20)))
print("projection", sum(projection(N) for _ in range(8)))
