"""Graphs: Dijkstra, breadth and depth first, topological order, Floyd, spanning tree, A*."""

INFINITY = float("inf")
ROADS = [
    ("A", "B", 7), ("A", "C", 9), ("A", "F", 14), ("B", "C", 10), ("B", "D", 15),
    ("C", "D", 11), ("C", "F", 2), ("D", "E", 6), ("E", "F", 9), ("G", "H", 1),
]

graph = {}
for a, b, weight in ROADS:
    graph.setdefault(a, {})[b] = weight
    graph.setdefault(b, {})[a] = weight


def dijkstra(graph, start):
    distance = {node: INFINITY for node in graph}
    distance[start] = 0
    previous = {}
    todo = set(graph)
    while todo:
        node = min(sorted(todo), key=distance.get)
        todo.remove(node)
        for neighbour, weight in graph[node].items():
            if (d := distance[node] + weight) < distance[neighbour]:
                distance[neighbour] = d
                previous[neighbour] = node
    return distance, previous


def path(previous, end):
    nodes = [end]
    while end in previous:
        nodes.append(end := previous[end])
    return "-".join(reversed(nodes))


distance, previous = dijkstra(graph, "A")
for node in sorted(graph):
    print(node, distance[node], path(previous, node) if distance[node] < INFINITY else "unreachable")


def breadth_first(graph, start):
    seen = {start: 0}
    queue = [start]
    for node in queue:
        for neighbour in sorted(graph[node]):
            if neighbour not in seen:
                seen[neighbour] = seen[node] + 1
                queue.append(neighbour)
    return seen


def depth_first(graph, node, seen=None):
    seen = set() if seen is None else seen
    seen.add(node)
    yield node
    for neighbour in sorted(graph[node]):
        if neighbour not in seen:
            yield from depth_first(graph, neighbour, seen)


print(breadth_first(graph, "A"))
print(list(depth_first(graph, "A")))


def components(graph):
    left = set(graph)
    while left:
        part = set(depth_first(graph, min(left)))
        left -= part
        yield sorted(part)


print(list(components(graph)))


class Cycle(Exception):
    pass


def topological(needs):
    order, state = [], {}

    def visit(node, trail):
        if state.get(node) == "done":
            return
        if state.get(node) == "open":
            raise Cycle(" > ".join(trail[trail.index(node):] + [node]))
        state[node] = "open"
        for other in needs.get(node, ()):
            visit(other, trail + [node])
        state[node] = "done"
        order.append(node)

    for node in needs:
        visit(node, [])
    return order


needs = {"shoes": ["socks", "trousers"], "trousers": ["pants"], "coat": ["shirt", "shoes"], "shirt": []}
print(topological(needs))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["d", "a"]})
except Cycle as cycle:
    print("cycle:", cycle)

nodes = sorted(n for n in graph if n < "G")
best = {(a, b): 0 if a == b else graph[a].get(b, INFINITY) for a in nodes for b in nodes}
for k in nodes:
    for i in nodes:
        for j in nodes:
            best[i, j] = min(best[i, j], best[i, k] + best[k, j])
for i in nodes:
    print(i, *(f"{best[i, j]:3}" for j in nodes))

group = {n: {n} for n in graph}
chosen = []
for a, b, weight in sorted(ROADS, key=lambda road: road[2]):
    if group[a] is not group[b]:
        group[a] |= group[b]
        for n in group[b]:
            group[n] = group[a]
        chosen.append((a + b, weight))
print(chosen, sum(w for _, w in chosen))

MAZE = ["S.#.....", ".##.###.", "....#...", "##.##.#.", "......#E"]


def solve(maze):
    places = {c: (x, y) for y, row in enumerate(maze) for x, c in enumerate(row) if c in "SE"}
    start, end = places["S"], places["E"]
    open_list = [(0, 0, start, None)]
    came = {}
    while open_list:
        open_list.sort(reverse=True)
        _, cost, place, parent = open_list.pop()
        if place in came:
            continue
        came[place] = parent
        if place == end:
            break
        x, y = place
        for nx, ny in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= ny < len(maze) and 0 <= nx < len(maze[ny]) and maze[ny][nx] != "#" and (nx, ny) not in came:
                guess = cost + 1 + abs(nx - end[0]) + abs(ny - end[1])
                open_list.append((guess, cost + 1, (nx, ny), place))
    grid = [list(row) for row in maze]
    place, steps = came[end], 0
    while place != start:
        grid[place[1]][place[0]] = "*"
        place = came[place]
        steps += 1
    return grid, steps + 1


grid, steps = solve(MAZE)
print(*("".join(row) for row in grid), sep="\n")
print(steps, "steps")
