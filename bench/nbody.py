"""The planets: five bodies pulling at each other, positions and speeds in lists of floats."""
# small: 200

import sys

N = int(sys.argv[1]) if len(sys.argv) > 1 else 310_000

PI = 3.141592653589793
SOLAR_MASS = 4 * PI * PI
YEAR = 365.24

# position, velocity (in years), mass (in suns) of the Sun and the four giants
BODIES = [
    ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], SOLAR_MASS),
    ([4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
     [0.00166007664274403694 * YEAR, 0.00769901118419740425 * YEAR, -0.0000690460016972063023 * YEAR], 0.000954791938424326609 * SOLAR_MASS),
    ([8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
     [-0.00276742510726411 * YEAR, 0.00499852801234917 * YEAR, 0.0000230417297573763929 * YEAR], 0.000285885980666130812 * SOLAR_MASS),
    ([12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
     [0.00296460137564761618 * YEAR, 0.00237847173959480950 * YEAR, -0.0000296589568540237556 * YEAR], 0.0000436624404335156298 * SOLAR_MASS),
    ([15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
     [0.00268067772490389322 * YEAR, 0.00162824170038242295 * YEAR, -0.0000951592254519715870 * YEAR], 0.0000515138902046611451 * SOLAR_MASS),
]
PAIRS = [(BODIES[i], BODIES[j]) for i in range(5) for j in range(i + 1, 5)]


def offset_momentum():
    px = py = pz = 0.0
    for _, (vx, vy, vz), mass in BODIES:
        px += vx * mass
        py += vy * mass
        pz += vz * mass
    BODIES[0][1][:] = [-px / SOLAR_MASS, -py / SOLAR_MASS, -pz / SOLAR_MASS]


def energy():
    total = 0.0
    for _, (vx, vy, vz), mass in BODIES:
        total += 0.5 * mass * (vx * vx + vy * vy + vz * vz)
    for (p, _, mass), (q, _, other) in PAIRS:
        dx, dy, dz = p[0] - q[0], p[1] - q[1], p[2] - q[2]
        total -= mass * other / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total


def advance(steps, dt):
    for _ in range(steps):
        for (p, v, mass), (q, w, other) in PAIRS:
            dx = p[0] - q[0]
            dy = p[1] - q[1]
            dz = p[2] - q[2]
            pull = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            mine = mass * pull
            its = other * pull
            v[0] -= dx * its
            v[1] -= dy * its
            v[2] -= dz * its
            w[0] += dx * mine
            w[1] += dy * mine
            w[2] += dz * mine
        for p, (vx, vy, vz), _ in BODIES:
            p[0] += dt * vx
            p[1] += dt * vy
            p[2] += dt * vz


offset_momentum()
print("%.9f" % energy())
advance(N, 0.01)
print("%.9f" % energy())
