"""A scripted text adventure: rooms in dicts, commands dispatched by name."""

ROOMS = {
    "hall": {
        "text": "A cold hall. A clock ticks.",
        "exits": {"north": "library", "east": "kitchen", "down": "cellar"},
        "items": ["lamp"],
    },
    "library": {
        "text": "Books up to the ceiling.",
        "exits": {"south": "hall"},
        "items": ["key", "book"],
    },
    "kitchen": {
        "text": "It smells of old bread.",
        "exits": {"west": "hall"},
        "items": ["bread"],
    },
    "cellar": {
        "text": "Dark vaults. Something glitters.",
        "exits": {"up": "hall"},
        "items": ["treasure"],
        "dark": True,
        "locked": True,
    },
}


class Game:
    def __init__(self):
        self.room = "hall"
        self.bag = []
        self.lit = False
        self.turns = 0
        self.over = False

    def say(self, text, *args):
        print("  " + text.format(*args))

    def here(self):
        return ROOMS[self.room]

    def look(self):
        room = self.here()
        if room.get("dark") and not self.lit:
            self.say("It is pitch dark.")
            return
        self.say(room["text"])
        if room["items"]:
            self.say("You see: {}.", ", ".join(sorted(room["items"])))
        self.say("Exits: {}.", ", ".join(room["exits"]))

    def do_look(self, *_):
        self.look()

    def do_go(self, where=None, *_):
        if where is None:
            self.say("Go where?")
            return
        target = self.here()["exits"].get(where)
        if target is None:
            self.say("You cannot go {}.", where)
        elif ROOMS[target].get("locked"):
            self.say("The door is locked.")
        else:
            self.room = target
            self.look()

    def do_take(self, *words):
        for word in words:
            try:
                self.here()["items"].remove(word)
            except ValueError:
                self.say("There is no {} here.", word)
            else:
                self.bag.append(word)
                self.say("Taken: {}.", word)
        if "treasure" in self.bag:
            self.over = True
            self.say("You have won!")

    def do_drop(self, word, *_):
        if word not in self.bag:
            self.say("You have no {}.", word)
            return
        del self.bag[self.bag.index(word)]
        self.here()["items"].append(word)
        self.say("Dropped.")

    def do_use(self, word, *_):
        match (word, self.room):
            case ("lamp", _) if "lamp" in self.bag:
                self.lit = not self.lit
                self.say("The lamp is {}.", "on" if self.lit else "off")
            case ("key", "hall") if "key" in self.bag:
                ROOMS["cellar"]["locked"] = False
                self.say("A lock clicks somewhere below.")
            case ("bread", _) if "bread" in self.bag:
                self.bag.remove("bread")
                self.say("It was very dry.")
            case _:
                self.say("Nothing happens.")

    def do_bag(self, *_):
        self.say("You carry {}.", " and ".join(self.bag) or "nothing")

    def run(self, line):
        print(">", line)
        self.turns += 1
        command, *words = line.lower().split() or ["look"]
        action = getattr(self, "do_" + command, None)
        if action is None:
            self.say("I do not know how to {}.", command)
            return
        try:
            action(*words)
        except TypeError:
            self.say("{} what?", command.title())


SCRIPT = """\
look
dance
bag
go
go up
go down
take lamp sword
go north
take key
take book
go south
use key
drop book
drop sword
use
go east
take bread
use bread
use bread
go west
go down
take
use lamp
look
bag
take treasure
go up"""

game = Game()
for line in SCRIPT.splitlines():
    game.run(line)
    if game.over:
        break
print(f"{game.turns} turns, {len(game.bag)} things: {game.bag}")
print({name: room["items"] for name, room in ROOMS.items()})
