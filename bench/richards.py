"""An operating system's scheduler, after Martin Richards: tasks, packets, queues, devices."""
# small: 1

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 50

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(1, 7)
DEVICE_PACKET, WORK_PACKET = 0, 1
BUFFER = 4


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, system, number, priority, queue, waiting=False, ready=True):
        self.system = system
        self.number = number
        self.priority = priority
        self.queue = queue
        self.packet_pending = queue is not None
        self.task_waiting = waiting
        self.task_holding = False
        self.next = system.tasks
        system.tasks = self
        system.table[number] = self
        if ready:
            self.packet_pending = False
            self.task_waiting = False

    def is_held(self):
        return self.task_holding or (not self.packet_pending and self.task_waiting)

    def run_once(self):
        packet = None
        if self.task_waiting and self.packet_pending:
            packet = self.queue
            self.queue = packet.link
            self.task_waiting = False
            self.packet_pending = self.queue is not None
        return self.work(packet)

    def add(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            self.packet_pending = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def wait(self):
        self.task_waiting = True
        return self

    def hold(self):
        self.system.held += 1
        self.task_holding = True
        return self.next

    def release(self, number):
        task = self.system.find(number)
        task.task_holding = False
        return task if task.priority > self.priority else self

    def send(self, packet):
        task = self.system.find(packet.owner)
        self.system.sent += 1
        packet.link = None
        packet.owner = self.number
        return task.add(packet, self)


class IdleTask(Task):
    def __init__(self, system, number, priority, queue):
        super().__init__(system, number, priority, queue)
        self.control = 1
        self.count = 10_000

    def work(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class WorkTask(Task):
    def __init__(self, system, number, priority, queue):
        super().__init__(system, number, priority, queue, waiting=True, ready=False)
        self.destination = HANDLER_A
        self.count = 0

    def work(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(BUFFER):
            self.count += 1
            if self.count > 26:
                self.count = 1
            packet.data[i] = 64 + self.count
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, system, number, priority, queue):
        super().__init__(system, number, priority, queue, waiting=True, ready=False)
        self.work_in = None
        self.device_in = None

    def work(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work_in = packet.append_to(self.work_in)
            else:
                self.device_in = packet.append_to(self.device_in)
        work = self.work_in
        if work is None:
            return self.wait()
        count = work.datum
        if count >= BUFFER:
            self.work_in = work.link
            return self.send(work)
        device = self.device_in
        if device is None:
            return self.wait()
        self.device_in = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, system, number, priority, queue):
        super().__init__(system, number, priority, queue, waiting=True, ready=False)
        self.pending = None

    def work(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.send(packet)
        self.pending = packet
        return self.hold()


class System:
    def __init__(self):
        self.tasks = None
        self.table = {}
        self.sent = 0
        self.held = 0

    def find(self, number):
        task = self.table.get(number)
        if task is None:
            raise LookupError(f"no task {number}")
        return task

    def schedule(self):
        task = self.tasks
        while task is not None:
            if task.is_held():
                task = task.next
            else:
                task = task.run_once()


def run():
    system = System()
    IdleTask(system, IDLE, 0, None)
    queue = Packet(None, 0, WORK_PACKET)
    queue = Packet(queue, 0, WORK_PACKET)
    WorkTask(system, WORKER, 1000, queue)
    for handler, device in ((HANDLER_A, DEVICE_A), (HANDLER_B, DEVICE_B)):
        queue = None
        for _ in range(3):
            queue = Packet(queue, device, DEVICE_PACKET)
        HandlerTask(system, handler, 1000 * handler, queue)
    for device in (DEVICE_A, DEVICE_B):
        DeviceTask(system, device, 1000 * device, None)
    system.schedule()
    return system.sent, system.held


results = {run() for _ in range(N)}
print(len(results), *results)
